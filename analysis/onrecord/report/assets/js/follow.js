// What follows the filter: what is in sight at once, all else after it, one after another, so that
// the page answers.
const followers = new Map(); // element -> what brings it up to date
const due = new Set(); // elements that are not up to date yet

function follows(box, work) {
  followers.set(box, work);
}

// Pixels from the screen to an element: 0 in sight, without end where it is not shown.
function distance(box) {
  const { top, bottom, height } = box.getBoundingClientRect();
  return height ? Math.max(0, -bottom, top - window.innerHeight) : Infinity;
}

const nearest = (boxes) => {
  const far = boxes.map(distance);
  return boxes[far.indexOf(Math.min(...far))];
};

// All of them, or some; every place is asked for before any of them moves.
function followAll(boxes = [...followers.keys()]) {
  const seen = boxes.filter((box) => distance(box) === 0);
  boxes.forEach(delay);
  seen.forEach(bringUp);
  settle();
}

function delay(box) {
  due.add(box);
  box.classList.add("or-due");
}

function bringUp(box) {
  due.delete(box);
  box.classList.remove("or-due");
  try {
    Promise.resolve(followers.get(box)()).catch(console.error);
  } catch (error) { // the others follow all the same
    console.error(error);
  }
}

const tellSettled = () => { document.documentElement.dataset.settled = String(!due.size); };

let settling = false;
async function settle() {
  tellSettled();
  if (settling) return;
  settling = true;
  while (due.size) {
    await painted(); // the page stays usable between two of them
    if (due.size) bringUp(nearest([...due])); // paper may have been faster
  }
  settling = false;
  tellSettled();
}

// Paper and whoever needs all of it now.
function settleNow() {
  [...due].forEach(bringUp);
  tellSettled();
}

// The next time that the browser has shown what is there; a hidden page shows nothing.
function painted() {
  const frame = new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  return Promise.race([frame, later(200)]);
}
